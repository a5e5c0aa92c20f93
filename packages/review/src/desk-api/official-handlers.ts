// Officials across stories: lists, candidates, and people's words on who is who. Knows the contract; the store decides what
// follows.
import { UsageError } from '@civicwire/shared';
import type { ListedOfficial, OfficialDecisionInput, RosterEvidence } from '@civicwire/store';
import type { DeskAnswer, DeskBody } from './contract.ts';
import type { DeskServices, Handlers } from './handlers.ts';
import { notFound } from './refusals.ts';

const listUsual = 100;
const candidatesMax = 200;

type Official = DeskAnswer<'get_official'>['official'];
type OfficialRow = Omit<ListedOfficial, 'mergedRows' | 'roster'>;

export function officialHandlers({
  store,
}: DeskServices): Handlers<'list_officials' | 'get_official' | 'list_candidates' | 'decide_official'> {
  return {
    list_officials: async ({ query }) => {
      const wanted = query.words?.toLowerCase() ?? '';
      const found = (await store.listOfficials({ unlinked: query.unlinked === 'true' })).filter((one) =>
        [one.name, one.title, one.organization, one.jurisdiction].join(' ').toLowerCase().includes(wanted),
      );
      return {
        total: found.length,
        officials: found.slice(0, query.limit ?? listUsual).map((one) => ({
          ...wireOfficial(one),
          merged_rows: one.mergedRows,
          roster: one.roster === null ? null : wireEvidence(one.roster),
        })),
      };
    },
    get_official: async ({ id }) => {
      const view = await store.getOfficial(id).catch((error: unknown) => {
        throw error instanceof UsageError ? notFound('official', id) : error;
      });
      const linked = view.roster.find(({ entry }) => entry.id === view.linked?.id);
      return {
        official: wireOfficial(view.official),
        members: view.members.map(wireOfficial),
        stories: view.stories.map((story) => ({
          story_id: story.storyId,
          title: story.storyTitle,
          seen_on: story.seenOn,
          official_id: story.officialId,
          name: story.name,
          title_as_written: story.title,
          organization: story.organization,
          jurisdiction: story.jurisdiction,
          mentions: story.mentions,
        })),
        quotes: view.quotes,
        stances: view.stances,
        roster: view.roster.map(wireEvidence),
        linked:
          view.linked === null
            ? null
            : wireEvidence({ entry: view.linked, evidence: linked?.evidence ?? 'linked by a person' }),
        decisions: view.decisions.map((decision) => ({
          id: decision.id,
          kind: decision.kind,
          editor: decision.editor,
          reason: decision.reason,
          at: decision.decidedAt,
          stands: decision.stands,
          official_id: decision.officialId,
          other_official_id: decision.otherOfficialId,
          story_id: decision.storyId,
        })),
      };
    },
    list_candidates: async () => ({
      pairs: (await store.officialCandidates()).slice(0, candidatesMax).map(({ a, b, strength, reasons, against }) => ({
        a: wireOfficial(a),
        b: wireOfficial(b),
        strength,
        reasons: [...reasons],
        against: [...against],
      })),
    }),
    decide_official: async ({ body, session }) => {
      const { decision, written, change } = await store.decideOfficial(inputOf(body.decision, session.editor), {
        dryRun: body.dry_run === true,
      });
      if (written && decision !== null) {
        const entry = { editor: session.editor, kind: 'official', key: decision.id } as const;
        await store.desk.log(entry, `${decision.kind} of officials: ${decision.reason}`);
      }
      return { decision_id: decision?.id ?? null, written, stories: change.storyIds.length };
    },
  };
}

function inputOf(decision: DeskBody<'decide_official'>['decision'], editor: string): OfficialDecisionInput {
  const by = { editor, reason: decision.reason };
  switch (decision.kind) {
    case 'merge':
      return { kind: 'merge', officialId: decision.official_id, intoId: decision.into_id, ...by };
    case 'split':
      return { kind: 'split', officialId: decision.official_id, storyId: decision.story_id, ...by };
    case 'apart':
      return { kind: 'apart', officialId: decision.official_id, otherId: decision.other_id, ...by };
    case 'link':
      return { kind: 'link', officialId: decision.official_id, rosterEntryId: decision.roster_entry_id, ...by };
    case 'undo':
      return { kind: 'undo', decisionId: decision.decision_id, ...by };
  }
}

function wireOfficial(row: OfficialRow): Official {
  const { id, name, role, title, organization, jurisdiction, findings } = row;
  return {
    ...{ id, name, role, title, organization, jurisdiction, findings },
    first_seen: row.firstSeen,
    last_seen: row.lastSeen,
    roster_entry_id: row.rosterEntryId,
  };
}

function wireEvidence({ entry, evidence }: Pick<RosterEvidence, 'entry' | 'evidence'>) {
  return {
    entry_id: entry.id,
    roster: entry.roster,
    name: entry.name,
    role: entry.role,
    jurisdiction: entry.jurisdiction,
    start_on: entry.startOn,
    end_on: entry.endOn,
    says: evidence,
  };
}
