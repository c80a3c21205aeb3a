import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";

/** How a file is written, and so how a mark stands in it that changes nothing of what it shows. */
export type SealKind = "svg" | "html" | "json" | "script" | "png" | "archive";
type TextKind = Exclude<SealKind, "png" | "archive">;

/** What every seal is called in the file. */
export const SEAL_NAME = "linksim_sha256";

const DIGEST = "[0-9a-f]{64}";
const XML_MARK = new RegExp(`<!-- linksim sha256 (${DIGEST}) -->\\n`);
const MARKS: Readonly<Record<TextKind, RegExp>> = {
  svg: XML_MARK,
  html: XML_MARK,
  json: new RegExp(`,\\n"usermeta": \\{ "${SEAL_NAME}": "(${DIGEST})" \\}`),
  script: new RegExp(`# linksim sha256 (${DIGEST})\\n`),
};
const PNG_TEXT = `${SEAL_NAME}\0`;
const PNG_END_BYTES = 12;
const PNG_CHUNK_BYTES = 12 + PNG_TEXT.length + 64;
/** An archive ends with the length of its comment in two bytes, and the comment. */
const COMMENT_LENGTH_BYTES = 2;
const COMMENT = `${SEAL_NAME} `;
const COMMENT_BYTES = COMMENT.length + 64;

/**
 * Puts into a file the digest of all the rest of it, by which linksim knows again what it wrote and nobody
 * changed since.
 */
export function sealed(kind: SealKind, contents: string | Uint8Array): Buffer {
  const bytes = typeof contents === "string" ? Buffer.from(contents, "utf8") : Buffer.from(contents);
  const digest = digestOf(bytes);
  if (kind === "png") {
    const at = bytes.length - PNG_END_BYTES;
    return Buffer.concat([bytes.subarray(0, at), pngChunk(digest), bytes.subarray(at)]);
  }
  if (kind === "archive")
    return Buffer.concat([bytes.subarray(0, bytes.length - COMMENT_LENGTH_BYTES), archiveEnd(digest)]);
  const text = bytes.toString("utf8");
  const at = placeIn(kind, text);
  return Buffer.from(text.slice(0, at) + markOf(kind, digest) + text.slice(at), "utf8");
}

/** Says whether a file is one that linksim sealed, to the byte. */
export function isSealed(kind: SealKind, bytes: Buffer): boolean {
  if (kind === "png") {
    const at = bytes.length - PNG_END_BYTES - PNG_CHUNK_BYTES;
    if (at < 0) return false;
    const rest = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + PNG_CHUNK_BYTES)]);
    return bytes.subarray(at, at + PNG_CHUNK_BYTES).equals(pngChunk(digestOf(rest)));
  }
  if (kind === "archive") {
    const at = bytes.length - COMMENT_LENGTH_BYTES - COMMENT_BYTES;
    if (at < 0) return false;
    const unsealed = Buffer.concat([bytes.subarray(0, at), Buffer.alloc(COMMENT_LENGTH_BYTES)]);
    return bytes.subarray(at).equals(archiveEnd(digestOf(unsealed)));
  }
  const text = bytes.toString("utf8");
  const [mark, digest] = MARKS[kind].exec(text) ?? [];
  return mark !== undefined && digestOf(Buffer.from(text.replace(mark, ""), "utf8")) === digest;
}

function placeIn(kind: TextKind, text: string): number {
  switch (kind) {
    case "svg":
      return text.lastIndexOf("</svg>");
    case "html":
      return text.lastIndexOf("</html>");
    case "json":
      return text.trimEnd().lastIndexOf("\n}");
    case "script":
      return text.length;
  }
}

function markOf(kind: TextKind, digest: string): string {
  switch (kind) {
    case "svg":
    case "html":
      return `<!-- linksim sha256 ${digest} -->\n`;
    case "json":
      return `,\n"usermeta": { "${SEAL_NAME}": "${digest}" }`;
    case "script":
      return `# linksim sha256 ${digest}\n`;
  }
}

function pngChunk(digest: string): Buffer {
  const body = Buffer.from(`tEXt${PNG_TEXT}${digest}`, "latin1");
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length - 4);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

function archiveEnd(digest: string): Buffer {
  const end = Buffer.alloc(COMMENT_LENGTH_BYTES + COMMENT_BYTES);
  end.writeUInt16LE(COMMENT_BYTES);
  end.write(`${COMMENT}${digest}`, COMMENT_LENGTH_BYTES, "latin1");
  return end;
}

const digestOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
