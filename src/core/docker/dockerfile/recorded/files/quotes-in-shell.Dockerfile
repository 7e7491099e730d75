FROM alpine
RUN echo "double \"inner\" \$HOME" && echo 'single "quoted"' \
  && printf '%s\n' "<<not-a-heredoc" \
  && test 1 -lt 2 && cat < /etc/hosts > /tmp/hosts 2>&1
