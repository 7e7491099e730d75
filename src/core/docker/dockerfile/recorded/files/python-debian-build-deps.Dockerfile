FROM debian:trixie-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends \
      # the compiler, for one extension
      build-essential \
      python3-dev \
      python3-venv \
 && python3 -m venv /opt/venv \
 && /opt/venv/bin/pip install --no-cache-dir ./ext \
 && apt-get purge -y build-essential python3-dev \
 && rm -rf /var/lib/apt/lists/*
