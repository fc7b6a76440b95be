-- 待用附件：工作人员先上传、办理时才用上的附件。程序重新启动也不丢，不必重新选择。

create table intake.upload (
  region     text        not null,
  id         bytea       not null,
  envelope   bytea       not null,
  blob       text        not null,
  uses       integer     not null default 0,
  expires_at timestamptz not null,
  primary key (region, id)
);
create index upload_expiry on intake.upload (region, expires_at);
comment on table  intake.upload            is '工作人员已上传、还没有办进来件或者事项的附件；十二小时后删除，没有用上的连附件内容一起删';
comment on column intake.upload.id         is '上传凭条的摘要，反推不出凭条';
comment on column intake.upload.envelope   is '附件的名称、种类、钥和上传的人，只有凭条能打开；凭条只在上传的人那里';
comment on column intake.upload.blob       is '附件内容的存放名，到期没有用上就凭它删除';
comment on column intake.upload.uses       is '用它办过几次；办理被退回的减去。为零才删附件内容';

grant select, insert, update (uses), delete on intake.upload to huiyin_office;
