# syntax=docker/dockerfile:1-labs
FROM alpine
RUN --network=none ./offline-tests.sh
RUN --network=host curl http://localhost:9999
RUN --security=insecure cat /proc/self/status
RUN --device=vendor.example/gpu=all,required nvidia-smi
