-- For tuning jobs with early stopping: a trial's objective by epoch, and why a rule stopped it. Both are JSON, null where no rule watches.

alter table trial add column curve text;
alter table trial add column verdict text;
