FROM alpine
RUN ["/bin/sh", "-c", "echo json"]
RUN ['/bin/sh', '-c', 'echo not json']
RUN [ -f /etc/passwd ] && echo yes
CMD ["echo", "tab\\there", "\\u00e9"]
SHELL ["/bin/ash", "-eo", "pipefail", "-c"]
ENTRYPOINT []
