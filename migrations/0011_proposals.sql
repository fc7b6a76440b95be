-- Four eyes 两人同意: what would let somebody into the sealed line waits here until another person agrees (§30¶3, docs/adr/0063).
-- That it was proposed, agreed to, refused, withdrawn or ran out is history of the account; these rows say how things stand.

create table directory.proposal (
  region        text        not null,
  id            uuid        not null,
  person        uuid        not null,
  gains         uuid        not null,
  kind          text        not null check (kind in ('giveRoles', 'resetPassword', 'removeSecondFactor', 'unlock', 'nameSubstitute')),
  unit          text,
  roles         jsonb       not null default '[]',
  post          text,
  first_day     date,
  last_day      date,
  opens         jsonb       not null,
  half          uuid,
  proposed_by   uuid        not null,
  proposed_unit text        not null,
  proposed_at   timestamptz not null,
  until         date        not null,
  state         text        not null check (state in ('open', 'agreed', 'refused', 'withdrawn', 'expired')),
  decided_by    text,
  decided_unit  text,
  decided_at    timestamptz,
  reason        uuid,
  primary key (region, id)
);
comment on table  directory.proposal             is '等另一人同意的账号办理：会让人看到检举控告的，一个人办不成（第三十条第三款）';
comment on column directory.proposal.person      is '办在谁的账号上';
comment on column directory.proposal.gains       is '谁因此能看到；本人不能同意';
comment on column directory.proposal.roles       is '要授予的密件角色';
comment on column directory.proposal.opens       is '同意后能看到哪里的密件：单位、角色';
comment on column directory.proposal.half        is '一次性密码的前半，密文在 words；后半到同意时才有';
comment on column directory.proposal.until       is '最后一天；过了就作废';
comment on column directory.proposal.decided_by  is '人员编号，或“运维人员”（服务器命令行）';
comment on column directory.proposal.reason      is '不同意、或命令行同意的理由，密文在 words';
create index proposal_open on directory.proposal (region, state);

grant select, insert, update on directory.proposal to huiyin_office;
