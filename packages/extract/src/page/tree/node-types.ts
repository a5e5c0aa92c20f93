// The kinds of nodes by their numbers in the DOM. Knows nothing else.

export const elementNode = 1;
export const textNode = 3;
export const cdataNode = 4;
export const commentNode = 8;
export const documentNode = 9;
