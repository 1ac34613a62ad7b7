-- How somebody signed in, and when they last proved to be there.
alter table session add column method text not null default 'password', add column proven_at timestamptz;
