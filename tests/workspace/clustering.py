"""A cluster on this machine, of so many workers: prints its address, lives until its standard input ends."""

import sys

from distributed import LocalCluster

if __name__ == "__main__":  # the workers load this file too
    workers = int(sys.argv[1])
    with LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None, host="127.0.0.1") as cluster:
        print(cluster.scheduler_address, flush=True)
        sys.stdin.read()
