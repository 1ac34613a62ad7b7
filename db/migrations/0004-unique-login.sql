create unique index "user_login_unique" on "user" (lower("login")) where deleted_at is null;
