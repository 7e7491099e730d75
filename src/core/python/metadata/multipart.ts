// Documents whose body isn't one text. Python's `email.parser`, by which metadata is read, takes a body apart if a
// `Content-Type` header says that it holds messages or several parts; then no description can be read from it. Metadata has no
// such header, so the document is wrong in any case. Follows RFC 2046, "Multipart Media Type" and "Message Media Type".
import type { HeaderDocument } from './header-document';
import { strip } from './python-text';

/** Whether the body is taken apart: by a content type of messages, or of several parts whose boundary is in the body. */
export function hasSeveralParts({ headers, body }: HeaderDocument): boolean {
  const header = headers.find(({ key }) => key === 'content-type');
  if (header === undefined) return false;
  const [written = '', ...parameters] = header.value.split(';');
  const [type, subtype, surplus] = strip(written).toLowerCase().split('/');
  if (subtype === undefined || surplus !== undefined) return false;
  if (type === 'message') return true;
  const boundary = type === 'multipart' ? boundaryOf(parameters) : undefined;
  if (boundary === undefined) return false;
  // The first boundary counts: if it is the closing one, nothing was opened.
  const first = body.split(/\r\n|\r|\n/).find((line) => {
    return line.startsWith(`--${boundary}`) && /^(?:--)?[ \t]*$/.test(line.slice(boundary.length + 2));
  });
  return first !== undefined && !first.startsWith(`--${boundary}--`);
}

function boundaryOf(parameters: readonly string[]): string | undefined {
  for (const parameter of parameters) {
    const equals = parameter.indexOf('=');
    if (equals === -1 || strip(parameter.slice(0, equals)).toLowerCase() !== 'boundary') continue;
    const value = strip(parameter.slice(equals + 1));
    return value.length > 1 && value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1).trimEnd() : value;
  }
  return undefined;
}
