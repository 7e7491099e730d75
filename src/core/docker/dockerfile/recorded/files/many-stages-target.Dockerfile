FROM alpine AS lint
RUN echo lint > /lint
FROM alpine AS unit
RUN echo unit > /unit
FROM alpine AS docs
RUN echo docs > /docs
FROM scratch AS reports
COPY --from=lint /lint /
COPY --from=unit /unit /
FROM docs
