-- Sealed 检举控告: a history, keys, words, views and a log of access of its own (条例第三十条, 不变量 27–29).
-- The ordinary office puts an accusation in through the inbox, sealed to a public key, and can do nothing else here.

create schema sealed;

create table sealed.inbox (
  region      text        not null,
  id          uuid        not null,
  code        text        not null,
  envelope    bytea,
  received_at timestamptz not null,
  taken_at    timestamptz,
  primary key (region, id)
);
create index inbox_waiting on sealed.inbox (received_at) where taken_at is null;
comment on table  sealed.inbox          is '密件收件箱：普通办公侧只能放入，放入后它自己也打不开';
comment on column sealed.inbox.code     is '密件代号，普通一侧只留它';
comment on column sealed.inbox.envelope is '封给密件线公钥的信封，首字节为钥号；拆封入库后清空';

create table sealed.head (
  region  text    not null,
  subject uuid    not null,
  n       integer not null,
  hash    bytea   not null,
  primary key (region, subject)
);
comment on table sealed.head is '每件密件的末号；办理前先锁此行';

create table sealed.action (
  region      text        not null,
  subject     uuid        not null,
  n           integer     not null check (n > 0),
  stream      text        not null,
  type        text        not null,
  data        jsonb       not null,
  person      text        not null,
  unit        text        not null,
  at          timestamptz not null,
  recorded_at timestamptz not null check (recorded_at >= at),
  calendar    text        not null,
  hash        bytea       not null,
  primary key (region, subject, n)
);
comment on table  sealed.action      is '密件的办理留痕，自成一链，不编入普通次序；一经写入不改不删';
comment on column sealed.action.data is '只存代码、编号、日期；文字另行加密，此处仅留编号和加盐摘要';
comment on column sealed.action.hash is '与前一动作相连的摘要，改动任何一处即可查出';

create table sealed.key (
  region  text  not null,
  subject uuid  not null,
  wrapped bytea not null,
  primary key (region, subject)
);
comment on table sealed.key is '每件一钥，由密件线的主钥封装；普通办公侧没有那把主钥';

create table sealed.text (
  region   text  not null,
  subject  uuid  not null,
  id       uuid  not null,
  envelope bytea not null,
  primary key (region, id)
);
create index text_of_file on sealed.text (region, subject);
comment on table sealed.text is '检举控告的内容、信访人、被反映人、附件清单、拒收理由，加密存放';

create table sealed.file (
  holder_region  text        not null,
  unit           text        not null,
  side           text        not null check (side in ('triage', 'recipient')),
  region         text        not null,
  subject        uuid        not null,
  code           text        not null,
  stage          text        not null,
  accused_unit   text,
  recipient      text,
  received_at    timestamptz not null,
  transferred_at timestamptz,
  clock          text,
  light_on       date,
  legal_on       date,
  primary key (holder_region, unit, side, region, subject)
);
comment on table  sealed.file              is '密件清单：经手的两个单位各一行；由办理留痕推出，可重建';
comment on column sealed.file.unit         is '甄别的信访部门，或者移送单写明的接收机关';
comment on column sealed.file.accused_unit is '被反映人所在单位；它和它的下级看不到这一行';

create table sealed.series (
  region text    not null,
  unit   text    not null,
  year   integer not null,
  last   integer not null,
  primary key (region, unit, year)
);
comment on table sealed.series is '移送单号：密件线自己的序列，不与普通文号相混，连续不断';

create table sealed.opening (
  region   text        not null,
  segment  uuid        not null,
  n        integer     not null check (n > 0),
  at       timestamptz not null,
  subject  uuid        not null,
  person   text        not null,
  unit     text        not null,
  session  text        not null,
  place    text        not null,
  purpose  text        not null,
  fields   text        not null,
  exported boolean     not null,
  hash     bytea       not null,
  primary key (region, segment, n)
);
create index opening_of_file on sealed.opening (region, subject, at);
comment on table sealed.opening is '密件的查阅记录：谁、哪个单位、何时、从何处打开了哪一件；只增不改不删';

create table sealed.closing (
  region    text        not null,
  segment   uuid        not null,
  n         integer     not null,
  hash      bytea       not null,
  closed_at timestamptz not null,
  closed_by text        not null,
  primary key (region, segment)
);
comment on table sealed.closing is '密件查阅记录的分段收尾：此后删去尾部也能查出';

-- The office may put in, column by column, and not even look whether it is there.
grant usage on schema sealed to huiyin_office, huiyin_sealed;
grant insert (region, id, code, envelope, received_at) on sealed.inbox to huiyin_office;

grant select, insert, update (envelope, taken_at) on sealed.inbox to huiyin_sealed;
grant select, insert on sealed.action, sealed.key, sealed.text, sealed.opening, sealed.closing to huiyin_sealed;
grant select, insert, update on sealed.head, sealed.series to huiyin_sealed;
grant select, insert, update, delete on sealed.file to huiyin_sealed;

-- Who asks: sign-ins and posts, nothing else of the ordinary side.
grant usage on schema directory to huiyin_sealed;
grant select on directory.version, directory.organ, directory.person, directory.membership, directory.session to huiyin_sealed;
grant update (seen_at) on directory.session to huiyin_sealed;
