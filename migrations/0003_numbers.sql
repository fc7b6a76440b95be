-- Numbers 编号: intake and matter numbers, leased in blocks. They are unique and may have gaps;
-- the gap-free series of issued papers (发文字号) belong to the documents and are taken in the act.

create schema numbers;

create table numbers.block (
  region    text        not null,
  series    text        not null,
  first     bigint      not null,
  last      bigint      not null check (last >= first),
  leased_to text        not null,
  leased_at timestamptz not null,
  primary key (region, series, first)
);
comment on table  numbers.block           is '号段：每个进程一次领一段，领后自行发号；只增不改，所以门户也能领';
comment on column numbers.block.series    is '序列，例如 S-2026 为二〇二六年收件号';
comment on column numbers.block.leased_to is '领号的进程';

grant usage on schema numbers to huiyin_office, huiyin_worker, huiyin_portal;
grant select, insert on numbers.block to huiyin_office, huiyin_worker, huiyin_portal;
