-- Casework 办理: what was attached to a matter is looked for before that matter is sealed.

create index matter_attached on casework.matter (region, duplicate_of) where duplicate_of is not null;
