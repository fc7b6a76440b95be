-- What a unit still has to do with its papers: found by the unit, without reading those that are long delivered.

create index draft_unit on documents.draft (region, unit, saved_at desc);
create index paper_under_way on documents.paper (region, organ, code, issued_on) where stage in ('numbered', 'sealed', 'dispatched', 'failed');
