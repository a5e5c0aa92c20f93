// CSS selectors as far as reading a page needs them: names, classes, ids, attributes, :not(name), descendants and lists.
// Knows elements by their attributes; walks no tree but upwards.
import type { TreeElement } from './nodes.ts';

export type Matcher = (element: TreeElement) => boolean;

const known = new Map<string, Matcher>();
const knownMax = 500;

/** Whether an element meets the selector. Compiled once for each. Throws for a selector of another kind: a fault of ours. */
export function matcherOf(selector: string): Matcher {
  const before = known.get(selector);
  if (before) return before;
  const matcher = compileList(selector);
  if (known.size >= knownMax) known.clear();
  known.set(selector, matcher);
  return matcher;
}

const simple = /([a-zA-Z][\w-]*|\*)|([.#][\w-]+)|\[([\w:-]+)(?:([~*]?=)"([^"]*)"( i)?)?\]|:not\(([a-z]+)\)/y;
/** Attributes whose values HTML compares without regard to case. */
const caselessAttributes = new Set(['rel', 'type']);

function compileList(selector: string): Matcher {
  const alternatives = selector.split(/\s*,\s*/).map((alternative) => alternative.trim());
  if (alternatives.every((alternative) => /^[a-z][a-z0-9]*$/i.test(alternative))) {
    const names = new Set(alternatives.map((name) => name.toLowerCase()));
    return (element) => names.has(element.localName) || names.has(element.localName.toLowerCase());
  }
  return compileContains(alternatives) ?? anyOf(alternatives.map(compileChain));
}

/** A list of nothing but `[name*="part" i]` in one look at each attribute; null for any other list. */
function compileContains(alternatives: readonly string[]): Matcher | null {
  const parts = new Map<string, string[]>();
  for (const alternative of alternatives) {
    const [, name, part] = /^\[([\w-]+)\*="([\w-]+)" i\]$/.exec(alternative) ?? [];
    if (name === undefined || part === undefined) return null;
    parts.set(name, [...(parts.get(name) ?? []), part]);
  }
  const patterns = [...parts].map(([name, words]) => ({ name, pattern: new RegExp(words.join('|'), 'i') }));
  return (element) => {
    for (const attribute of element.attributes)
      for (const { name, pattern } of patterns)
        if (attribute.name === name && pattern.test(attribute.value)) return true;
    return false;
  };
}

/** "a b c": the element is c, some element above it b, and one above that a. */
function compileChain(chain: string): Matcher {
  const compounds = splitChain(chain).map(compileCompound);
  const own = compounds.at(-1);
  if (!own) throw new Error(`selector ${JSON.stringify(chain)}: expected a name, a class or an attribute`);
  const above = compounds.slice(0, -1).reverse();
  if (above.length === 0) return own;
  return (element) => own(element) && standsBelow(element, above);
}

function standsBelow(element: TreeElement, above: readonly Matcher[]): boolean {
  let at = 0;
  for (let outer = element.parentElement; outer && at < above.length; outer = outer.parentElement)
    if (above[at]?.(outer)) at += 1;
  return at === above.length;
}

/** Parts at white space outside of brackets. */
function splitChain(chain: string): string[] {
  return chain.match(/(?:\[[^\]]*\]|[^\s[])+/g) ?? [];
}

function compileCompound(compound: string): Matcher {
  const tests: Matcher[] = [];
  simple.lastIndex = 0;
  while (simple.lastIndex < compound.length) {
    const [, name, classOrId, attribute, operator, value = '', caseless, notName] = simple.exec(compound) ?? [];
    if (name !== undefined) tests.push(byName(name.toLowerCase()));
    else if (classOrId?.startsWith('#')) tests.push(byAttribute('id', '=', classOrId.slice(1), false));
    else if (classOrId !== undefined) tests.push(byAttribute('class', '~=', classOrId.slice(1), false));
    else if (notName !== undefined) tests.push(not(byName(notName)));
    else if (attribute === undefined)
      throw new Error(`selector ${JSON.stringify(compound)}: expected a name, a class or an attribute`);
    else if (operator === undefined) tests.push((element) => element.hasAttribute(attribute));
    else
      tests.push(byAttribute(attribute, operator, value, caseless !== undefined || caselessAttributes.has(attribute)));
  }
  return tests.length === 1 && tests[0] ? tests[0] : (element) => tests.every((test) => test(element));
}

function byName(name: string): Matcher {
  return name === '*'
    ? () => true
    : (element) => element.localName === name || element.localName.toLowerCase() === name;
}

function byAttribute(name: string, operator: string, wanted: string, isCaseless: boolean): Matcher {
  const value = isCaseless ? wanted.toLowerCase() : wanted;
  const holds = (written: string): boolean => {
    if (written.length < value.length) return false;
    const found = isCaseless ? written.toLowerCase() : written;
    if (operator === '=') return found === value;
    return operator === '*=' ? found.includes(value) : found.includes(value) && found.split(/\s+/).includes(value);
  };
  return (element) => {
    for (const attribute of element.attributes) if (attribute.name === name) return holds(attribute.value);
    return false;
  };
}

const not =
  (matcher: Matcher): Matcher =>
  (element) =>
    !matcher(element);

const anyOf =
  (matchers: readonly Matcher[]): Matcher =>
  (element) =>
    matchers.some((matches) => matches(element));
