// Which query parameters say where a reader came from and not what the page is. When in doubt a parameter stays:
// a missed merge costs a duplicate, a false merge loses a story.

const trackingPrefixes = [
  'utm_',
  'mtm_',
  'pk_',
  'piwik_',
  'matomo_',
  'itm_',
  'hsa_',
  'oly_',
  'vero_',
  'wt.',
  'at_custom',
];

const trackingNames = new Set(
  `fbclid fb_ref fb_source fb_action_ids fb_action_types action_object_map action_type_map action_ref_map
   gclid gclsrc dclid gbraid wbraid gad_source gad_campaignid srsltid _ga _gl _gac ga_source ga_medium ga_campaign ga_content ga_term
   msclkid yclid ysclid ymclid twclid ttclid li_fat_id igshid igsh rdt_cid epik s_kwcid ef_id
   mc_cid mc_eid mc_tc mkt_tok ml_subscriber ml_subscriber_hash _hsenc _hsmi __hssc __hstc __hsfp hsctatracking
   ref ref_src ref_url referrer referer s_cid cid_source clickid click_id partnerid partner_id ncid ocid icid cmpid
   this_affiliate aff_id affiliate_id aftr_source aftr_medium aftr_campaign xtor spm scm ns_mchannel ns_campaign ns_source ns_linkname ns_fee
   wickedid wickedsource rb_clickid trk trkcampaign _openstat yandex_referrer guccounter guce_referrer guce_referrer_sig
   bxid cndid esrc sc_campaign sc_channel sc_content sc_medium sc_outcome sc_geo sc_country nr_email_referer
   sharetype share_source sfmc_id sfmc_sub mbid smid taid dicbo _branch_match_id _branch_referrer usqp amp_js_v amp_gsa`.split(
    /\s+/,
  ),
);

const sessionNames =
  /^(?:phpsessid|jsessionid|aspsessionid[a-z]*|cfid|cftoken|sessionid|session_id|osccid|oscsid|zenid)$/;
const sessionToken = /^[0-9a-f]{20,}$/i;

/** True for parameters that only track (`utm_*`, click ids, mail campaign ids) or carry a session. `name` in any case. */
export function isTracking(name: string, value: string): boolean {
  const lower = name.toLowerCase();
  if (trackingNames.has(lower) || sessionNames.test(lower)) return true;
  if (lower === 'sid') return sessionToken.test(value);
  return trackingPrefixes.some((prefix) => lower.startsWith(prefix));
}

/** True for parameters that ask for the AMP form of the same page. */
export function isAmpSwitch(name: string, value: string): boolean {
  const lower = name.toLowerCase();
  if (lower === 'amp') return value === '' || value === '1' || value.toLowerCase() === 'true';
  return lower === 'outputtype' && value.toLowerCase() === 'amp';
}
