/** The first step: one file, with its bar while it goes. A refused one says why. */
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { IMPORT_URL, type ImportOpened } from '#contexts/intake/contract.ts';
import { Sheet } from '../shared/Sheet.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { upload } from '../shared/upload.ts';

export function ChooseFile({ onOpened }: { onOpened: (opened: ImportOpened) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [share, setShare] = useState<number>();
  const [error, setError] = useState<unknown>();

  const send = async (file: File | undefined) => {
    if (!file) return;
    setError(undefined);
    setShare(0);
    try {
      onOpened(await upload<ImportOpened>(IMPORT_URL, file, setShare).done);
    } catch (reason) {
      setError(reason);
    } finally {
      setShare(undefined);
      if (input.current) input.current.value = '';
    }
  };

  return (
    <Sheet title="选文件">
      {error !== undefined && <Trouble error={error} />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is the first */}
      <div
        className="pick-file"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          void send(event.dataTransfer.files[0]);
        }}
      >
        <input
          ref={input}
          type="file"
          hidden
          accept=".csv,.tsv,.txt,.jsonl,.ndjson,.xlsx"
          tabIndex={-1}
          onChange={({ target }) => void send(target.files?.[0])}
        />
        <Button type="primary" aria-disabled={share !== undefined} onClick={() => share === undefined && input.current?.click()}>
          选文件
        </Button>
        <span className="small mute">也可以拖到这里。CSV、JSONL、XLSX，第一行是栏名，不超过 20 MB；再大的，请管服务器的人用命令导入。</span>
      </div>
      {share !== undefined && (
        <p className="small" role="status">
          <progress value={share} max={1} aria-label="已传" /> 正在上传，已传 {Math.round(share * 100)}%
        </p>
      )}
      <p className="small mute">接着核对哪一栏是什么，先试做一遍，再导入。文件只在这台服务器上放到做完，最多 12 小时。</p>
    </Sheet>
  );
}
