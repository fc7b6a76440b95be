-- Documents 文书: drafts, numbers, and what is known of each paper that was issued.
-- Numbers are gap-free: a series row is moved on in the act that gives the number, and with it rolled back.

create schema documents;

create table documents.draft (
  region   text        not null,
  subject  uuid        not null,
  id       uuid        not null,
  unit     text        not null,
  code     text        not null,
  corrects integer,
  version  integer     not null,
  envelope bytea       not null,
  saved_by text        not null,
  saved_at timestamptz not null,
  primary key (region, subject, id)
);
comment on table  documents.draft          is '草稿：可改可弃，不是办理留痕；取号后即删，内容随文书存档';
comment on column documents.draft.corrects is '更正的是本事项第几份文书';
comment on column documents.draft.version  is '每次保存加一，后保存的不能盖掉别人的';
comment on column documents.draft.envelope is '各栏内容，用本事项的钥匙加密';

create table documents.draft_save (
  region  text        not null,
  subject uuid        not null,
  draft   uuid        not null,
  version integer     not null,
  act     text        not null,
  person  text        not null,
  unit    text        not null,
  at      timestamptz not null,
  primary key (region, subject, draft, version, act)
);
comment on table documents.draft_save is '谁在什么时候起草、保存、弃用、签发了草稿；只增不改';

create table documents.series (
  region text    not null,
  organ  text    not null,
  word   text    not null,
  year   integer not null,
  last   integer not null,
  primary key (region, organ, word, year)
);
comment on table documents.series is '发文字号：一单位、一种文书、一年一个序列，取号时锁住本行，不断号';

create table documents.register (
  region         text    not null,
  organ          text    not null,
  word           text    not null,
  year           integer not null,
  n              integer not null,
  subject_region text    not null,
  subject        uuid    not null,
  document       integer not null,
  voided         boolean not null default false,
  primary key (region, organ, word, year, n)
);
comment on table  documents.register        is '发文登记簿：每个号给了哪一份；作废的号保留，不再使用';
comment on column documents.register.region is '发文单位所在的租户';

create table documents.paper (
  region        text    not null,
  subject       uuid    not null,
  document      integer not null,
  code          text    not null,
  number        text,
  stage         text    not null,
  organ         text    not null,
  issued_on     date    not null,
  hash          text,
  pages         integer,
  method        text,
  dispatched_on date,
  ended_on      date,
  corrects      integer,
  corrected_by  integer,
  primary key (region, subject, document)
);
create index paper_unsealed on documents.paper (region, issued_on) where stage = 'numbered';
comment on table  documents.paper           is '每件事项的文书一览，可由办理留痕重建';
comment on column documents.paper.document  is '事项内第几份，对应序列 document/N';
comment on column documents.paper.stage     is 'numbered 已取号 sealed 已成文 dispatched 已发出 delivered 已送达 failed 未送达 voided 已作废';
comment on column documents.paper.hash      is 'PDF 的 SHA-256，公开可核对';

create table documents.verification (
  region      text not null,
  code        text not null,
  name        text not null,
  number      text,
  organ       text not null,
  issued_on   date not null,
  check_value text not null,
  hash        text,
  state       text not null,
  replaced_by text,
  subject     uuid not null,
  document    integer not null,
  primary key (region, code)
);
create index verification_code on documents.verification (code);
create index verification_paper on documents.verification (region, subject, document);
comment on table  documents.verification             is '扫码核对真伪用：只有种类、文号、单位、日期和摘要，没有姓名和内容';
comment on column documents.verification.code        is '随机生成，印在文书的二维码里，不由任何编号推出';
comment on column documents.verification.check_value is '内容的校验值，印在文书上';

grant usage on schema documents to huiyin_office, huiyin_worker, huiyin_portal;
grant select, insert, update, delete on documents.draft to huiyin_office;
grant select, insert on documents.draft_save to huiyin_office;
grant select, insert, update on documents.series, documents.register, documents.paper, documents.verification to huiyin_office;
-- The worker makes the bytes after the act, and rebuilds these lists.
grant select, insert, update, delete on documents.paper, documents.verification, documents.register to huiyin_worker;
grant select (region, code, name, number, organ, issued_on, check_value, hash, state, replaced_by) on documents.verification to huiyin_portal;
