-- The service's tables, the same on H2 (PostgreSQL mode) and PostgreSQL.
-- Whole files lie in content_chunk under their hash; every other row is small and refers to them.
-- Each statement may be run again: on H2, where a migration is no transaction, one that was killed is simply repeated.

create table if not exists content (
    sha256     varchar(64) primary key,
    length     bigint not null,
    created_at timestamp with time zone not null
);

create table if not exists content_chunk (
    sha256 varchar(64) not null references content,
    number int not null,
    bytes  bytea not null,
    primary key (sha256, number)
);

create table if not exists app_user (
    id            varchar(100) primary key,
    display_name  varchar(200) not null,
    password_hash varchar(200),
    roles         varchar(300) not null,
    bcu           varchar(50),
    trainer_id    varchar(100),
    enabled       boolean not null,
    failed_logins int not null,
    locked_until  timestamp with time zone,
    created_at    timestamp with time zone not null,
    version       bigint not null
);

-- Append-only (a trigger refuses anything else). hash is SHA-256 over the row's fields and the hash of the row before.
create table if not exists trail (
    number        bigint primary key,
    at            timestamp with time zone not null,
    user_id       varchar(100) not null,
    action        varchar(60) not null,
    subject       varchar(300) not null,
    detail        varchar(4000) not null,
    previous_hash varchar(64) not null,
    hash          varchar(64) not null
);
create index if not exists trail_by_user on trail (user_id, number);
create index if not exists trail_by_subject on trail (subject, number);
create index if not exists trail_by_time on trail (at);

-- Entries that are not in the chain yet; turn orders those of one instance and millisecond.
create table if not exists trail_pending (
    id      varchar(40) primary key,
    at      timestamp with time zone not null,
    turn    bigint not null,
    user_id varchar(100) not null,
    action  varchar(60) not null,
    subject varchar(300) not null,
    detail  varchar(4000) not null
);

-- One row: the last entry of the chain, locked by whoever adds to it.
create table if not exists trail_head (
    id     int primary key check (id = 1),
    number bigint not null,
    hash   varchar(64) not null
);
insert into trail_head (id, number, hash)
select 1, 0, '0000000000000000000000000000000000000000000000000000000000000000'
where not exists (select 1 from trail_head);

create table if not exists data_set (
    id         varchar(40) primary key,
    name       varchar(200) not null,
    created_at timestamp with time zone not null,
    created_by varchar(100) not null
);

create table if not exists data_set_revision (
    data_set_id   varchar(40) not null references data_set,
    revision      int not null,
    state         varchar(20) not null check (state in ('IMPORTING', 'READY', 'INVALID', 'FAILED')),
    origin        varchar(20) not null check (origin in ('UPLOAD', 'PATCH', 'SAMPLE')),
    parent        int,
    note          varchar(500) not null,
    uploaded      varchar(64) references content,
    content       varchar(64) references content,
    issues        varchar(64) references content,
    error_count   int not null,
    warning_count int not null,
    input_hash    varchar(64),
    programme_id  varchar(100),
    staff_count   int not null,
    job_id        varchar(40),
    created_at    timestamp with time zone not null,
    created_by    varchar(100) not null,
    primary key (data_set_id, revision)
);

-- Uploaded rule sets; the shipped ones are version 0 of themselves and need no row.
create table if not exists rule_set_version (
    rule_set_id   varchar(100) not null,
    number        int not null check (number > 0),
    version       varchar(100) not null,
    name          varchar(300) not null,
    hash          varchar(64) not null,
    content       varchar(64) not null references content,
    valid         boolean not null,
    error_count   int not null,
    warning_count int not null,
    created_at    timestamp with time zone not null,
    created_by    varchar(100) not null,
    primary key (rule_set_id, number)
);

-- Append-only: the last row is the rule set of new plans; without one it is the shipped default.
create table if not exists rule_set_activation (
    number       bigint primary key,
    rule_set_id  varchar(100) not null,
    version      int not null,
    note         varchar(500) not null,
    activated_at timestamp with time zone not null,
    activated_by varchar(100) not null
);

create table if not exists job (
    id             varchar(40) primary key,
    kind           varchar(20) not null,
    subject        varchar(100) not null,
    state          varchar(20) not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    request        varchar(20000) not null,
    phase          varchar(100) not null,
    fraction       double precision,
    detail         varchar(1000) not null,
    stop_requested boolean not null,
    attempt        int not null,
    instance       varchar(100),
    checkpoint     varchar(64) references content,
    error_id       varchar(40),
    error          varchar(4000),
    created_at     timestamp with time zone not null,
    created_by     varchar(100) not null,
    started_at     timestamp with time zone,
    updated_at     timestamp with time zone not null,
    finished_at    timestamp with time zone
);
create index if not exists job_by_state on job (state, created_at);
create index if not exists job_by_subject on job (subject, created_at);

create table if not exists plan (
    id                 varchar(40) primary key,
    data_set_id        varchar(40) not null,
    revision           int not null,
    rule_set_id        varchar(100) not null,
    rule_set_hash      varchar(64),
    kind               varchar(20) not null check (kind in ('SOLVE', 'REPLAN', 'DECISION', 'IMPORT')),
    state              varchar(20) not null
        check (state in ('QUEUED', 'SOLVING', 'DRAFT', 'PUBLISHED', 'SUPERSEDED', 'DISCARDED', 'CANCELLED', 'FAILED')),
    name               varchar(200) not null,
    parent_id          varchar(40) references plan,
    policy             varchar(40),
    as_of              date,
    disruptions        varchar(64) references content,
    job_id             varchar(40),
    seed               bigint not null,
    time_limit_millis  bigint,
    step_limit         bigint,
    profile            varchar(100),
    content            varchar(64) references content,
    summary            varchar(20000),
    booked             int,
    requirements       int,
    coverage_shortfall bigint,
    cost_pence         bigint,
    occupancy          double precision,
    created_at         timestamp with time zone not null,
    created_by         varchar(100) not null,
    solved_at          timestamp with time zone,
    version            bigint not null,
    foreign key (data_set_id, revision) references data_set_revision
);
create index if not exists plan_by_data_set on plan (data_set_id, created_at);

-- How the best plan of a solve went on, at most one row a second.
create table if not exists plan_score (
    plan_id            varchar(40) not null references plan,
    millis             bigint not null,
    phase              varchar(40) not null,
    coverage_shortfall bigint not null,
    cost_pence         bigint not null,
    booked             int not null,
    -- What no plan goes below; null until it is known.
    least_shortfall    bigint,
    least_cost_pence   bigint,
    -- Pence by cost line, as room=1;trainer=2; empty until they are known.
    cost_lines         varchar(1000) not null,
    primary key (plan_id, millis)
);

-- Figures of a complete plan beside its summary, as JSON.
create table if not exists plan_figures (
    plan_id varchar(40) primary key references plan on delete cascade,
    figures varchar(20000) not null
);

create table if not exists publication (
    data_set_id  varchar(40) not null references data_set,
    number       int not null,
    plan_id      varchar(40) not null references plan,
    note         varchar(1000) not null,
    checklist    varchar(64) references content,
    published_at timestamp with time zone not null,
    published_by varchar(100) not null,
    primary key (data_set_id, number)
);

-- The published plan that a plan made by hand is judged against; a re-plan's is its parent. No row: none.
create table if not exists plan_baseline (
    plan_id     varchar(40) primary key references plan,
    baseline_id varchar(40) not null references plan
);

-- A decision of a planner about one booking of the plan it made: what changed and why.
create table if not exists manual_decision (
    plan_id    varchar(40) not null references plan,
    number     int not null,
    kind       varchar(20) not null,
    staff_id   varchar(100) not null,
    module_id  varchar(100) not null,
    session_id varchar(100),
    reason     varchar(1000) not null,
    decided_at timestamp with time zone not null,
    decided_by varchar(100) not null,
    primary key (plan_id, number)
);

create table if not exists disruption (
    data_set_id varchar(40) not null references data_set,
    id          varchar(100) not null,
    kind        varchar(30) not null,
    subject     varchar(100) not null,
    starts      varchar(40),
    ends        varchar(40),
    amount      varchar(100),
    note        varchar(1000),
    state       varchar(20) not null check (state in ('OPEN', 'APPLIED', 'WITHDRAWN')),
    bcu         varchar(200),
    plan_id     varchar(40) references plan,
    recorded_at timestamp with time zone not null,
    recorded_by varchar(100) not null,
    primary key (data_set_id, id)
);
create index if not exists disruption_by_state on disruption (data_set_id, state);

-- A re-plan that was asked for; once its job is done its options are plans.
create table if not exists replan (
    id                varchar(40) primary key,
    data_set_id       varchar(40) not null,
    revision          int not null,
    parent_id         varchar(40) not null references plan,
    as_of             date not null,
    policies          varchar(200) not null,
    max_moved         int,
    seed              bigint not null,
    time_limit_millis bigint,
    step_limit        bigint,
    disruptions       varchar(64) not null references content,
    asked             varchar(64) not null references content,
    state             varchar(20) not null check (state in ('QUEUED', 'READY', 'ACCEPTED', 'CANCELLED', 'FAILED')),
    figures           varchar(4000),
    accepted_plan_id  varchar(40) references plan,
    job_id            varchar(40) not null,
    created_at        timestamp with time zone not null,
    created_by        varchar(100) not null,
    version           bigint not null,
    foreign key (data_set_id, revision) references data_set_revision
);
create index if not exists replan_by_data_set on replan (data_set_id, created_at);

create table if not exists replan_option (
    replan_id varchar(40) not null references replan,
    number    int not null,
    plan_id   varchar(40) not null references plan,
    policy    varchar(40) not null,
    figures   varchar(4000) not null,
    primary key (replan_id, number)
);

create table if not exists simulation (
    id          varchar(40) primary key,
    data_set_id varchar(40) not null,
    revision    int not null,
    plan_id     varchar(40) references plan,
    request     varchar(4000) not null,
    state       varchar(20) not null check (state in ('QUEUED', 'READY', 'CANCELLED', 'FAILED')),
    result      varchar(64) references content,
    job_id      varchar(40) not null,
    created_at  timestamp with time zone not null,
    created_by  varchar(100) not null,
    foreign key (data_set_id, revision) references data_set_revision
);
create index if not exists simulation_by_data_set on simulation (data_set_id, created_at);

-- number is the data set's count of changes when the row was last changed: who has seen some asks for what came after.
create table if not exists attendance (
    data_set_id varchar(40) not null references data_set,
    staff_id    varchar(100) not null,
    module_id   varchar(100) not null,
    session_id  varchar(100) not null,
    attended    boolean not null,
    number      bigint not null,
    recorded_at timestamp with time zone not null,
    recorded_by varchar(100) not null,
    primary key (data_set_id, staff_id, module_id, session_id)
);
create index if not exists attendance_by_number on attendance (data_set_id, number);
create index if not exists attendance_by_session on attendance (data_set_id, session_id);

create table if not exists attendance_count (
    data_set_id varchar(40) primary key references data_set,
    number      bigint not null
);

create table if not exists idempotency (
    user_id      varchar(100) not null,
    request_key  varchar(200) not null,
    request_hash varchar(64) not null,
    status       int,
    location     varchar(1000),
    body         varchar(64) references content,
    created_at   timestamp with time zone not null,
    primary key (user_id, request_key)
);

create table if not exists webhook (
    id         varchar(40) primary key,
    url        varchar(1000) not null,
    events     varchar(500) not null,
    secret     varchar(200) not null,
    enabled    boolean not null,
    created_at timestamp with time zone not null,
    created_by varchar(100) not null
);

create table if not exists webhook_delivery (
    id          varchar(40) primary key,
    webhook_id  varchar(40) not null references webhook,
    event       varchar(60) not null,
    payload     varchar(4000) not null,
    attempts    int not null,
    state       varchar(20) not null check (state in ('WAITING', 'DELIVERED', 'GIVEN_UP')),
    last_status int,
    created_at  timestamp with time zone not null,
    updated_at  timestamp with time zone not null
);

-- A file that a job writes for who asked for it.
create table if not exists export_file (
    id         varchar(40) primary key,
    plan_id    varchar(40) not null references plan,
    what       varchar(40) not null,
    format     varchar(10) not null,
    bcu        varchar(50),
    job_id     varchar(40) not null,
    content    varchar(64) references content,
    created_at timestamp with time zone not null,
    created_by varchar(100) not null
);

-- db-scheduler's table.
create table if not exists scheduled_tasks (
    task_name            varchar(100) not null,
    task_instance        varchar(100) not null,
    task_data            bytea,
    execution_time       timestamp with time zone not null,
    picked               boolean not null,
    picked_by            varchar(50),
    last_success         timestamp with time zone,
    last_failure         timestamp with time zone,
    consecutive_failures int,
    last_heartbeat       timestamp with time zone,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index if not exists scheduled_tasks_by_time on scheduled_tasks (execution_time);
create index if not exists scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);
create index if not exists scheduled_tasks_by_priority on scheduled_tasks (priority desc, execution_time asc);
