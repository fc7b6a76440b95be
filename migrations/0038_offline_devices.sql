-- 离线登记：在没有网络的村里登记的来件，联网后核对签名，只登记一次（不变量 46）。

create table intake.device (
  region     text        not null,
  id         uuid        not null,
  person     text        not null,
  unit       text        not null,
  public_key bytea       not null,
  made_at    timestamptz not null,
  primary key (region, id)
);
comment on table  intake.device            is '做离线登记的设备：只有公钥，用来核对离线登记没有被改过；不记设备型号和位置';
comment on column intake.device.person     is '在这台设备上准备离线登记的工作人员';
comment on column intake.device.public_key is 'ECDSA P-256 公钥（SPKI）；私钥在设备里，取不出来';

grant select, insert on intake.device to huiyin_office;
