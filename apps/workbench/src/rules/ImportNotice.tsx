/** 导入放假通知: pasted as it was published, shown as it was understood, and only then in force. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Input, InputNumber } from 'antd';
import { useState } from 'react';
import { importNotice, previewNotice } from '#contexts/casework/contract.ts';
import { AskOnce } from '../act/AskOnce.tsx';
import { call } from '../shared/call.ts';
import { Sheet } from '../shared/Sheet.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { Moves } from './Moves.tsx';
import { Year } from './Year.tsx';

export function ImportNotice({ year: asked }: { year: number }) {
  const [year, setYear] = useState(asked);
  const [document, setDocument] = useState('');
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const queries = useQueryClient();
  const body = { year, document: document.trim(), text };
  const preview = useMutation({ mutationFn: () => call(previewNotice, { body }) });
  const complete = document.trim().length >= 4 && text.trim().length >= 4;
  const changed = () => {
    preview.reset();
    setMissing(false);
  };

  return (
    <Sheet title="导入放假通知">
      <div className="pad">
        <AskOnce
          label={preview.data ? '导入' : '先看会改变什么'}
          ask={preview.data && <>导入后，{year}年的工作日历按这份通知算，上面列的期限随后改日子；已经告诉人的日子不会提前。确定吗？</>}
          said={`${year}年的放假安排已导入`}
          ready={() => {
            setMissing(!complete);
            if (!complete) return false;
            if (preview.data) return true;
            preview.mutate();
            return false;
          }}
          send={() => call(importNotice, { body })}
          done={() => {
            setText('');
            setDocument('');
            preview.reset();
            void queries.invalidateQueries({ queryKey: ['calendar'] });
          }}
        >
          <div className="stack">
            <label htmlFor="notice-year">年份</label>
            <InputNumber
              id="notice-year"
              min={2000}
              max={2099}
              value={year}
              onChange={(value) => {
                setYear(value ?? asked);
                changed();
              }}
              style={{ display: 'block' }}
            />
            <label htmlFor="notice-document">通知的文号或者名称</label>
            <Input
              id="notice-document"
              value={document}
              onChange={(event) => {
                setDocument(event.target.value);
                changed();
              }}
              placeholder="例如：国办发明电〔2026〕×号"
              {...(missing && document.trim().length < 4 && { 'aria-invalid': true })}
            />
            <label htmlFor="notice-text">通知原文里的各条，或者每行写一天</label>
            <Input.TextArea
              id="notice-text"
              rows={9}
              value={text}
              onChange={(event) => {
                setText(event.target.value);
                changed();
              }}
              placeholder={'一、元旦：1月1日（周五）至3日（周日）放假调休，共3天。1月4日（周日）上班。\n二、春节：……'}
              {...(missing && text.trim().length < 4 && { 'aria-invalid': true })}
            />
            {missing && <p className="wrong">请填写通知的名称，并粘贴原文。</p>}
            {preview.error && <Trouble error={preview.error} again={() => preview.mutate()} />}
            {preview.data && (
              <div className="stack tight">
                <p>认出了这些日子，请和原文核对：</p>
                <Year year={preview.data.year} published read days={preview.data.days} />
                <Moves preview={preview.data} />
              </div>
            )}
          </div>
        </AskOnce>
      </div>
    </Sheet>
  );
}
