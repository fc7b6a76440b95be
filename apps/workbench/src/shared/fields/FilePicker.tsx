/** Files: chosen or dropped, each with its own bar while it goes; a refused one says why and the others stay. */
import { Button } from 'antd';
import { useId, useRef, useState } from 'react';
import { upload } from '../upload.ts';

export interface KeptFile {
  readonly id: string;
  readonly name: string;
  readonly size?: number;
  readonly local?: string; // where this tab still has it, to read from
}

interface Sending {
  readonly key: string;
  readonly name: string;
  readonly share: number;
  readonly wrong?: string;
}

interface FilePickerProps {
  label: string;
  url: string; // where they go; the reply is {id, …}
  value: readonly KeptFile[];
  onChange: (change: (files: readonly KeptFile[]) => readonly KeptFile[]) => void;
  fields?: Record<string, string>;
  hint?: string;
  accept?: string;
  toKept?: (reply: { id?: string; file?: string }, file: File) => KeptFile;
}

export function FilePicker({ label, url, value, onChange, fields, hint, accept, toKept = keep }: FilePickerProps) {
  const own = useId();
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const change = (key: string, with_: Partial<Sending>) => setSending((all) => all.map((each) => (each.key === key ? { ...each, ...with_ } : each)));

  const send = async (file: File) => {
    const key = crypto.randomUUID();
    setSending((all) => [...all, { key, name: file.name, share: 0 }]);
    try {
      const reply = await upload<{ id?: string; file?: string }>(url, file, (share) => change(key, { share }), fields).done;
      onChange((files) => [...files, toKept(reply, file)]);
      setSending((all) => all.filter((each) => each.key !== key));
    } catch (error) {
      change(key, { wrong: error instanceof Error ? error.message : '没有传上去' });
    }
  };
  const sendAll = async (files: FileList | null) => {
    for (const file of files ?? []) await send(file);
    if (input.current) input.current.value = '';
  };

  return (
    <div className="fld whole">
      <span className="lab" id={own}>
        {label}
      </span>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is the first */}
      <div
        className="pick-file"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          void sendAll(event.dataTransfer.files);
        }}
      >
        <input ref={input} type="file" multiple hidden accept={accept} tabIndex={-1} onChange={({ target }) => void sendAll(target.files)} />
        <Button aria-describedby={own} onClick={() => input.current?.click()}>
          选文件
        </Button>
        <span className="small mute">{hint ?? '也可以拖到这里。照片、PDF、录音，每个不超过 20 MB。'}</span>
      </div>
      <ul className="files" aria-live="polite">
        {value.map((file) => (
          <li key={file.id}>
            <span>
              {file.name} <span className="ok">已存好</span>
            </span>
            <Button size="small" onClick={() => onChange((files) => files.filter(({ id }) => id !== file.id))} aria-label={`去掉 ${file.name}`}>
              去掉
            </Button>
          </li>
        ))}
        {sending.map(({ key, name, share, wrong }) => (
          <li key={key}>
            <span>
              {name}
              {wrong && <b className="soon"> 没有收下：{wrong}</b>}
            </span>
            {wrong ? (
              <Button size="small" onClick={() => setSending((all) => all.filter((each) => each.key !== key))}>
                知道了
              </Button>
            ) : (
              <progress value={share} max={1} aria-label={`${name} 已传 ${Math.round(share * 100)}%`} />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

const keep = (reply: { id?: string; file?: string }, file: File): KeptFile => ({
  id: reply.id ?? reply.file ?? file.name,
  name: file.name,
  size: file.size,
  ...(URL.createObjectURL && { local: URL.createObjectURL(file) }),
});
