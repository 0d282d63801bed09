-- The tags of a tuning job as JSON, by how many trials were launched before they became so: trial n inherits those of the
-- last row below n. So a launch writes no tag, however many there are.
create table tag_set (
    tuning_job_id bigint  not null references tuning_job (id) on delete cascade,
    launched      integer not null,
    tags          text    not null,
    primary key (tuning_job_id, launched)
);

-- No character that a tag can have needs an escape in JSON.
insert into tag_set (tuning_job_id, launched, tags)
select tuning_job_id, 0,
       '{"own":['
           || string_agg('{"key":"' || tag_key || '","value":"' || tag_value || '"}', ',' order by position)
           || '],"training":[]}'
from tuning_job_tag
group by tuning_job_id;

drop table tuning_job_tag;

-- The tags of those training jobs whose own tags a client changed.
create table trial_tags (
    tuning_job_id bigint  not null,
    number        integer not null,
    tags          text    not null,
    primary key (tuning_job_id, number),
    foreign key (tuning_job_id, number) references trial (tuning_job_id, number) on delete cascade
);
