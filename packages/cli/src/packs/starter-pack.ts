// The text of a pack to begin with: commented, loads, and passes its own tests. Knows the language of packs; writes no file.

/** A starter pack of this name, with one issue of the same name. */
export function starterPack(name: string): string {
  return template.replaceAll('NAME', name);
}

const template = `# What this pack is about, in a line. Replace the leaf blowers by your own question, from top to bottom.
# Check it:  civicwire rules lint FILE        Run its tests:  civicwire rules test FILE
# See what happens to a sentence:  civicwire rules explain --packs FOLDER "The council voted to ban gas leaf blowers."
pack: NAME
version: 0.1.0                      # raise it with every change: findings carry pack@version
extends: [core-polarity]            # who speaks, who votes, what negates: you need not write any of that

# A question as one positive statement. Whoever wants this "supports" it.
issues:
  NAME:
    proposition: The city should restrict gas leaf blowers.
    supports: bans, limits on hours, money for electric ones
    opposes: leaving the choice to owners

# Words that several patterns share: "<blower>" stands for any of them.
terms:
  blower: {any: ["(gas|gas - powered|noisy)? leaf (blower|blowers)"]}

# Issue phrases. sign: 1 when the phrase itself goes with the proposition, -1 when it goes against it.
# kind: verb (somebody does it), noun (it is spoken of), passive (it is done to its subject), clause (a whole assertion).
# Patterns: word, ~word (all its inflections), a | b, (a group), x? (or nothing), .{0,3} (up to three words), <term>.
frames:
  restrict-blowers: {issue: NAME, sign: 1, kind: verb, match: "(~ban|~restrict|~limit|~outlaw) (all|the|most)? <blower>"}
  blower-ban: {issue: NAME, sign: 1, kind: noun, match: ["<blower> (ban|limit|ordinance|restrictions)", "(ban|limits|restrictions) on <blower>"]}
  allow-blowers: {issue: NAME, sign: -1, kind: verb, match: "(~allow|~permit) (all|the|most)? <blower>"}

# Other senses of the same words, with the reason that explanations give.
unless:
  - {rule: blower-ban, when: "ban on <blower> (sales|ads|advertising)", because: "it is about selling, not using"}

# Every frame needs a test that lists it under "rules" (it fires) and one that lists it under "near" (it must not).
# Write sentences of your own; the ones that go wrong teach most. A sentence you leave for later: {text: …, todo: why}.
tests:
  - {text: "The Mesa City Council voted to ban gas leaf blowers.", rules: [restrict-blowers], expect: [{holder: Mesa City Council, issue: NAME, position: supports, act: vote}]}
  - {text: "Mayor Ana Ruiz said the city should not restrict leaf blowers.", rules: [restrict-blowers], expect: [{holder: Ana Ruiz, issue: NAME, position: opposes}]}
  - {text: "The council voted to ban parking on Elm Street.", near: [restrict-blowers], expect: none}
  - {text: "Councilwoman Diaz opposes the leaf blower ban.", rules: [blower-ban], expect: [{holder: Diaz, issue: NAME, position: opposes}]}
  - {text: "The council rejected restrictions on leaf blowers.", rules: [blower-ban], expect: [{holder: council, issue: NAME, position: opposes}]}
  - {text: "Residents support a ban on leaf blower ads.", near: [blower-ban], expect: none}
  - {text: "The council refused to allow gas leaf blowers.", rules: [allow-blowers], expect: [{holder: council, issue: NAME, position: supports}]}
  - {text: "The council voted to allow food trucks.", near: [allow-blowers], expect: none}
  - {text: "The city may ban leaf blowers.", todo: "a possibility, not decided"}
`;
