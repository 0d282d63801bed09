-- State changes of jobs as their listeners read them, oldest first. Only the newest are kept.
create table event (
    position bigint      not null primary key,
    event_id varchar(36) not null,
    text     text        not null
);

create index event_event_id on event (event_id);

-- One row: the position of the newest event that there ever was. Whoever adds one holds it to the end of his transaction, so that no event
-- comes to be before one that was read already.
create table event_position (
    id       integer not null primary key,
    position bigint  not null
);
insert into event_position (id, position) values (1, 0);
