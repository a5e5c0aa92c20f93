// The pure, platform-neutral globals that pages need and the ES2024 library does not name. Nothing here does IO.

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  readonly encoding: string;
  decode(input: Uint8Array): string;
}

declare class URL {
  constructor(url: string, base?: string);
  href: string;
  hash: string;
  readonly protocol: string;
  readonly hostname: string;
  readonly pathname: string;
  readonly search: string;
}
