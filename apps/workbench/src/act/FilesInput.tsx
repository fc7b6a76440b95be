/** Files that go to the matter with the act: uploaded as they are chosen, its own only once the act is done. */
import { useRef } from 'react';
import { uploadMatterFile } from '#contexts/intake/contract/matter-files.ts';
import { urlOf } from '../shared/call.ts';
import { FilePicker, type KeptFile } from '../shared/fields/FilePicker.tsx';
import type { InputProps } from './FieldInput.tsx';

export function FilesInput({ field: { label, hint }, value, onChange, about: { region, matter }, wrong }: InputProps) {
  const files = useRef<readonly KeptFile[]>([]); // several may arrive before the form is drawn again
  files.current = value ?? [];
  if (!matter) return null;
  return (
    <>
      <FilePicker
        label={label}
        url={urlOf(uploadMatterFile.url, { region, matter })}
        value={files.current}
        onChange={(change) => {
          files.current = change(files.current);
          onChange(files.current.map(({ id, name }) => ({ id, name })));
        }}
        {...(hint && { hint })}
      />
      {wrong && <p className="wrong">{wrong}</p>}
    </>
  );
}
