select n, log_id, hash from log_head;
