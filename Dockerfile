# The portal as a container. It brings no PostgreSQL: compose.yaml starts one beside it, and tells it its address (Portal__Address).

FROM node:22-bookworm-slim AS assets
WORKDIR /source
COPY package.json package-lock.json ./
RUN npm ci --omit=optional --ignore-scripts --no-audit --no-fund

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig ./
COPY src/RolloutPortal.Domain/*.csproj src/RolloutPortal.Domain/
COPY src/RolloutPortal.EventStore/*.csproj src/RolloutPortal.EventStore/
COPY src/RolloutPortal.Importing/*.csproj src/RolloutPortal.Importing/
COPY src/RolloutPortal.Web/*.csproj src/RolloutPortal.Web/*.targets src/RolloutPortal.Web/
RUN dotnet restore src/RolloutPortal.Web
COPY --from=assets /source/node_modules node_modules
COPY package.json package-lock.json ./
COPY seed seed
COPY wwwroot wwwroot
COPY src src
RUN dotnet publish src/RolloutPortal.Web --configuration Release --no-restore --output /app \
    -p:SkipNpm=true -p:WithPostgres=false

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app ./
USER $APP_UID
ENV ASPNETCORE_URLS=http://+:8080
EXPOSE 8080
# The image has no curl; bash opens the connection itself. It asks for localhost, which is served whatever the address is.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/ready HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3 && read -r line <&3 && [[ $line == *' 200 '* ]]"]
ENTRYPOINT ["dotnet", "RolloutPortal.Web.dll"]
