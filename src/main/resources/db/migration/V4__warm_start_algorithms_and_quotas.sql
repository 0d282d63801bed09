-- What a warm-started tuning job had from its parents when it was created.
create table inheritance (
    tuning_job_id bigint not null primary key references tuning_job (id) on delete cascade,
    inheritance   text   not null
);

-- Which of the tuning job's algorithms a trial trains, from 0.
alter table trial add column algorithm integer default 0 not null;

-- One row: whoever counts tuning jobs against a quota before he adds one holds it, on every node.
create table creation_lock (
    id integer not null primary key
);
insert into creation_lock (id) values (1);
