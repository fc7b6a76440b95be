-- What an office says in its own words around what every paper must say, and its own .docx forms.
-- Both are versioned: a version is never changed, and what was in use on a day can be told.

create table documents.office_words (
  region   text        not null,
  unit     text        not null,
  code     text        not null,
  version  integer     not null,
  opening  text        not null,
  closing  text        not null,
  contact  text        not null,
  appendix text        not null,
  note     text        not null,
  saved_by text        not null,
  saved_at timestamptz not null,
  primary key (region, unit, code, version)
);
comment on table  documents.office_words      is '单位用语：开头、结尾、联系信息、附页；一单位、一种文书一个序列，存了就不改';
comment on column documents.office_words.note is '这一版改了什么，为什么改';

create table documents.office_words_act (
  region  text        not null,
  unit    text        not null,
  code    text        not null,
  n       integer     not null,
  version integer     not null,
  act     text        not null,
  person  text        not null,
  at      timestamptz not null,
  primary key (region, unit, code, n)
);
comment on table  documents.office_words_act         is '谁在什么时候存了、预览了、启用了、停用了哪一版；只增不改，最后一条启用或者停用决定现在用哪一版';
comment on column documents.office_words_act.version is '停用时为0';

create table documents.office_form (
  region   text        not null,
  unit     text        not null,
  name     text        not null,
  version  integer     not null,
  content  bytea       not null,
  sha256   text        not null,
  fields   text        not null,
  saved_by text        not null,
  saved_at timestamptz not null,
  primary key (region, unit, name, version)
);
comment on table  documents.office_form         is '单位自己的 .docx 表格，填好以后下载；制发的文书不用它。存了就不改，新的一版另存';
comment on column documents.office_form.content is '没有个人信息的空表，不加密';
comment on column documents.office_form.fields  is '表中要填的栏目，一行一个';

grant select, insert on documents.office_words, documents.office_words_act, documents.office_form to huiyin_office;
grant select on documents.office_words, documents.office_words_act to huiyin_worker;
