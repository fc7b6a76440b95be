-- A paper of whose delivery no proof came in time counts as not delivered, and waits for its unit like one that came back.

drop index documents.paper_under_way;
create index paper_under_way on documents.paper (region, organ, code, issued_on) where stage in ('numbered', 'sealed', 'dispatched', 'failed', 'unproven');
comment on column documents.paper.stage is 'numbered 已取号 sealed 已成文 dispatched 已发出 delivered 已送达 failed 未送达 unproven 到期没有送达凭证 voided 已作废';
