using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fieldcraft.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class OnTheFloor : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "DoorCode",
                table: "TeachingSessions",
                type: "character varying(8)",
                maxLength: 8,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "SaidAt",
                table: "SessionSeats",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Way",
                table: "SessionSeats",
                type: "character varying(40)",
                unicode: false,
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AttendanceNotes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SessionId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Here = table.Column<bool>(type: "boolean", nullable: false),
                    Way = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    NotedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AttendanceNotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AttendanceNotes_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_AttendanceNotes_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AttendanceNotes_TeachingSessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "TeachingSessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PersonPins",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    SetAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonPins", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PersonPins_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SessionLogs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SessionId = table.Column<Guid>(type: "uuid", nullable: false),
                    ModuleId = table.Column<Guid>(type: "uuid", nullable: false),
                    SiteId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    ConfidenceBefore = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    ConfidenceAfter = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    AllBlocks = table.Column<bool>(type: "boolean", nullable: true),
                    FilmShown = table.Column<bool>(type: "boolean", nullable: true),
                    ActionAgreed = table.Column<bool>(type: "boolean", nullable: true),
                    Lesson = table.Column<byte[]>(type: "bytea", nullable: true),
                    Ran = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    WrittenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SessionLogs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SessionLogs_Modules_ModuleId",
                        column: x => x.ModuleId,
                        principalTable: "Modules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_SessionLogs_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_SessionLogs_TeachingSessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "TeachingSessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_SessionLogs_Units_SiteId",
                        column: x => x.SiteId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SessionRuns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SessionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Block = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    BlockEnds = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    IsOver = table.Column<bool>(type: "boolean", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SessionRuns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SessionRuns_TeachingSessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "TeachingSessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_TeachingSessions_DoorCode",
                table: "TeachingSessions",
                column: "DoorCode",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AttendanceNotes_ById",
                table: "AttendanceNotes",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_AttendanceNotes_PersonId",
                table: "AttendanceNotes",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_AttendanceNotes_SessionId_NotedAt",
                table: "AttendanceNotes",
                columns: new[] { "SessionId", "NotedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_PersonPins_PersonId",
                table: "PersonPins",
                column: "PersonId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SessionLogs_ModuleId_SiteId",
                table: "SessionLogs",
                columns: new[] { "ModuleId", "SiteId" });

            migrationBuilder.CreateIndex(
                name: "IX_SessionLogs_OwnerId",
                table: "SessionLogs",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_SessionLogs_SessionId",
                table: "SessionLogs",
                column: "SessionId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SessionLogs_SiteId",
                table: "SessionLogs",
                column: "SiteId");

            migrationBuilder.CreateIndex(
                name: "IX_SessionRuns_SessionId",
                table: "SessionRuns",
                column: "SessionId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AttendanceNotes");

            migrationBuilder.DropTable(
                name: "PersonPins");

            migrationBuilder.DropTable(
                name: "SessionLogs");

            migrationBuilder.DropTable(
                name: "SessionRuns");

            migrationBuilder.DropIndex(
                name: "IX_TeachingSessions_DoorCode",
                table: "TeachingSessions");

            migrationBuilder.DropColumn(
                name: "DoorCode",
                table: "TeachingSessions");

            migrationBuilder.DropColumn(
                name: "SaidAt",
                table: "SessionSeats");

            migrationBuilder.DropColumn(
                name: "Way",
                table: "SessionSeats");
        }
    }
}
