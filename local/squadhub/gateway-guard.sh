# Runs a gateway, and ends all of its processes with it: when the service that started it is killed (our standard input
# closes then), and when the gateway itself dies before the processes that it has started.
# usage: sh gateway-guard.sh <run id> <grace seconds> <command> [argument ...]
run=$1 grace=$2
shift 2
exec 3<&0 </dev/null

# The run's id in the environment marks every process that this gateway has started, even in another process group, and
# none that its successor starts. Without /proc, only the gateway itself is killed.
sweep() {
  kill -KILL "$gateway" 2>/dev/null
  for file in $(grep -zlxF "CLAWE_GATEWAY_RUN=$run" /proc/[0-9]*/environ 2>/dev/null); do
    file=${file#/proc/}
    kill -KILL "${file%/environ}" 2>/dev/null
  done
}

CLAWE_GATEWAY_RUN=$run "$@" 3<&- &
gateway=$!
trap 'kill -TERM "$gateway" 2>/dev/null' TERM

(
  trap - TERM
  read -r _ <&3
  kill -TERM "$gateway" 2>/dev/null
  while [ "$grace" -gt 0 ] && kill -0 "$gateway" 2>/dev/null; do
    sleep 1
    grace=$((grace - 1))
  done
  sweep
) &
lifeline=$!
exec 3<&-

# A signal ends `wait` early: the gateway has gone only when it cannot be signalled any more.
wait "$gateway"
code=$?
while kill -0 "$gateway" 2>/dev/null; do
  wait "$gateway"
  code=$?
done
kill -KILL "$lifeline" 2>/dev/null
sweep
exit "$code"
