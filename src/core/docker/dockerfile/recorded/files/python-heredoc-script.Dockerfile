# syntax=docker/dockerfile:1
FROM python:3.14-slim
RUN <<EOF
set -e
python -m venv /venv
/venv/bin/pip install flask
EOF
COPY <<-'CONFIG' /etc/app.toml
	[server]
	port = 8000
	name = "$HOSTNAME"
CONFIG
CMD ["/venv/bin/flask", "run"]
