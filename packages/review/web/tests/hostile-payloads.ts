// 200 pieces of text that would run in a page which took words for markup, attributes, addresses, styles or code. For tests only.

/** What a payload does when it runs: a test sees it. */
const deed = (number: number) => `window.owned=${number}`;

/** Ways to run something, by where the words would have to land. */
const vectors: readonly ((run: string) => string)[] = [
  (run) => `<script>${run}</script>`,
  (run) => `<SCRIPT SRC="data:text/javascript,${run}"></SCRIPT>`,
  (run) => `<img src=x onerror="${run}">`,
  (run) => `<img src=x onerror=${run} //`,
  (run) => `<svg onload="${run}">`,
  (run) => `<svg><script>${run}</script></svg>`,
  (run) => `<svg><animate onbegin="${run}" attributeName=x dur=1s>`,
  (run) => `<math><mi//xlink:href="data:x,<script>${run}</script>">`,
  (run) => `<iframe srcdoc="<script>parent.${run}</script>"></iframe>`,
  (run) => `<iframe src="javascript:parent.${run}"></iframe>`,
  (run) => `<object data="data:text/html,<script>${run}</script>"></object>`,
  (run) => `<a href="javascript:${run}" autofocus onfocus="${run}">here</a>`,
  (run) => `<details open ontoggle="${run}">x</details>`,
  (run) => `<input autofocus onfocus="${run}">`,
  (run) => `<video><source onerror="${run}"></video>`,
  (run) => `<body onload="${run}">`,
  (run) => `<meta http-equiv="refresh" content="0;url=javascript:${run}">`,
  (run) => `<base href="javascript:${run}//">`,
  (run) => `<style>@import 'data:text/css,*{background:url(javascript:${run})}';</style>`,
  (run) => `<template><img src=x onerror="${run}"></template>`,
];

/** Ways out of where words stand. */
const breakouts: readonly ((inner: string) => string)[] = [
  (inner) => inner,
  (inner) => `"> ${inner}`,
  (inner) => `'> ${inner}`,
  (inner) => `</title></textarea></style></script>${inner}`,
  (inner) => `--> ${inner} <!--`,
  (inner) => `]]> ${inner}`,
  (inner) => `\u003c/p\u003e${inner}\\u003cscript\\u003e`,
  (inner) => `" onmouseover="window.owned=-1" x="${inner}`,
  (inner) =>
    `\${constructor.constructor('window.owned=-2')()} {{constructor.constructor('window.owned=-3')()}} ${inner}`,
  (inner) => `javascript:window.owned=-4//${inner}`,
];

/** Each one line, each different. */
export const payloads: readonly string[] = breakouts.flatMap((out, row) =>
  vectors.map((vector, column) => out(vector(deed(row * vectors.length + column + 1)))),
);
