# escape=`
FROM mcr.microsoft.com/windows/nanoserver:ltsc2025
SHELL ["powershell", "-Command", "$ErrorActionPreference = 'Stop';"]
WORKDIR C:\app
COPY bin\ C:\app\
RUN Write-Host hello; `
    Remove-Item C:\temp -Recurse
ENV PATH="C:\app;${PATH}"
CMD ["app.exe", "--dir", "C:\\data"]
