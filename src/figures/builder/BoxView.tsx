/** The file as it was written, looked into by the inspector. */
import type { ReactNode } from 'react';
import type { FilePicture } from './picture';

export function BoxView({ file }: { readonly file: FilePicture }): ReactNode {
  return <p>{file.name}</p>;
}
