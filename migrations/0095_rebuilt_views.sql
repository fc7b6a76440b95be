-- Views 视图: these are made by `npm run rebuild-views` like the others, and now say so.

comment on table casework.box                    is '各单位经手的事项，供本单位查阅；按单位所在租户存放；由办理动作推出，可重建';
comment on table documents.register              is '发文登记簿：每个号给了哪一份；作废的号保留，不再使用；由办理留痕推出，可重建';
comment on table documents.verification          is '扫码核对真伪用：只有种类、文号、单位、日期和摘要，没有姓名和内容；由办理留痕推出，可重建';
comment on table supervision.complaint_of_matter is '某件信访事项有过哪些投诉，供其来件人查看答复；由办理动作推出，可重建';
