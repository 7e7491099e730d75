FROM alpine
LABEL beschreibung="Größe – 10 µm" 作者="某人"
RUN echo "Grüße, 世界 🐳" > /größe.txt
COPY café.txt /données/
ENV ÜBER=1
