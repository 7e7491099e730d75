FROM debian:trixie-slim
COPY crontab /etc/cron.d/jobs
RUN chmod 0644 /etc/cron.d/jobs && crontab /etc/cron.d/jobs
ENTRYPOINT ["/usr/bin/tini", "--"]
CMD ["cron", "-f"]
CMD cron -f
