-- Coordination: what was said about one matter or one arrival is found without reading everything of its kind.

create index work_matter on coordination.work (holder_region, kind, matter);
