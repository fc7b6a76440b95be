-- Numbers 编号: intake and matter numbers are one series a division code, whatever tenants share it: a congress has the code of its
-- county, and a number has to name one matter. From here on `region` of a block is the code that stands first on the number.
-- Each code goes on above everything that any tenant with this code has leased before; what was given twice until now stays as it is.

comment on column numbers.block.region is '号码开头的六位行政区划代码：同一代码的各租户共用一个序列，一号只指一件。升级以前的行写的是租户';

with shared as (
  select region, left(division, 6) as code from directory.organ
  union select region, left(no, 6) from casework.matter
  union select region, left(no, 6) from intake.intake
  union select region, left(intake_no, 6) from intake.arrival
)
insert into numbers.block (region, series, first, last, leased_to, leased_at)
select code, series, 1, max(last), '升级：各租户此前已领的号', now()
from numbers.block join shared using (region)
where code ~ '^[0-9]{6}$'
group by code, series
on conflict (region, series, first) do nothing;
