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
            migrationBuilder.CreateTable(
                name: "LoopMeetings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Tier = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Time = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    TimeZone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Minutes = table.Column<int>(type: "integer", nullable: false),
                    Where = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    HeldAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    CalledOffAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LoopMeetings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LoopMeetings_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_LoopMeetings_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "TeamIdeas",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ModuleId = table.Column<Guid>(type: "uuid", nullable: false),
                    SessionId = table.Column<Guid>(type: "uuid", nullable: true),
                    SiteId = table.Column<Guid>(type: "uuid", nullable: false),
                    LeaderId = table.Column<Guid>(type: "uuid", nullable: true),
                    AuthorId = table.Column<Guid>(type: "uuid", nullable: true),
                    Text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    IsNamed = table.Column<bool>(type: "boolean", nullable: false),
                    IsTeamShown = table.Column<bool>(type: "boolean", nullable: false),
                    SubmittedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Tier = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    OwnerUnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    LateSince = table.Column<DateOnly>(type: "date", nullable: true),
                    LateAtTheTopSince = table.Column<DateOnly>(type: "date", nullable: true),
                    AnsweredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    AnswerKind = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: true),
                    MergedIntoId = table.Column<Guid>(type: "uuid", nullable: true),
                    RootId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TeamIdeas", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TeamIdeas_Modules_ModuleId",
                        column: x => x.ModuleId,
                        principalTable: "Modules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_TeamIdeas_People_AuthorId",
                        column: x => x.AuthorId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_TeamIdeas_People_LeaderId",
                        column: x => x.LeaderId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_TeamIdeas_TeachingSessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "TeachingSessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_TeamIdeas_TeamIdeas_MergedIntoId",
                        column: x => x.MergedIntoId,
                        principalTable: "TeamIdeas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_TeamIdeas_Units_OwnerUnitId",
                        column: x => x.OwnerUnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_TeamIdeas_Units_SiteId",
                        column: x => x.SiteId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "IdeaAnswers",
                columns: table => new
                {
                    IdeaId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    Who = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: true),
                    Words = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    IntoId = table.Column<Guid>(type: "uuid", nullable: true),
                    Tier = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    ById = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdeaAnswers", x => new { x.IdeaId, x.Number });
                    table.ForeignKey(
                        name: "FK_IdeaAnswers_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_IdeaAnswers_TeamIdeas_IdeaId",
                        column: x => x.IdeaId,
                        principalTable: "TeamIdeas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_IdeaAnswers_TeamIdeas_IntoId",
                        column: x => x.IntoId,
                        principalTable: "TeamIdeas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_IdeaAnswers_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "IdeaStays",
                columns: table => new
                {
                    IdeaId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Tier = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    ArrivedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    LeftAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    End = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: true),
                    SlotPlace = table.Column<Guid>(type: "uuid", nullable: true),
                    SlotFor = table.Column<Guid>(type: "uuid", nullable: true),
                    SlotRound = table.Column<int>(type: "integer", nullable: true),
                    SlotNumber = table.Column<int>(type: "integer", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdeaStays", x => new { x.IdeaId, x.Number });
                    table.ForeignKey(
                        name: "FK_IdeaStays_TeamIdeas_IdeaId",
                        column: x => x.IdeaId,
                        principalTable: "TeamIdeas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_IdeaStays_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "LoopMeetingLines",
                columns: table => new
                {
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: false),
                    IdeaId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    PresenterId = table.Column<Guid>(type: "uuid", nullable: true),
                    Minutes = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LoopMeetingLines", x => new { x.MeetingId, x.IdeaId });
                    table.ForeignKey(
                        name: "FK_LoopMeetingLines_LoopMeetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "LoopMeetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_LoopMeetingLines_People_PresenterId",
                        column: x => x.PresenterId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_LoopMeetingLines_TeamIdeas_IdeaId",
                        column: x => x.IdeaId,
                        principalTable: "TeamIdeas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(name: "IX_IdeaAnswers_ById", table: "IdeaAnswers", column: "ById");

            migrationBuilder.CreateIndex(name: "IX_IdeaAnswers_IntoId", table: "IdeaAnswers", column: "IntoId");

            migrationBuilder.CreateIndex(name: "IX_IdeaAnswers_UnitId", table: "IdeaAnswers", column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_IdeaStays_SlotPlace_SlotFor_SlotRound_SlotNumber",
                table: "IdeaStays",
                columns: new[] { "SlotPlace", "SlotFor", "SlotRound", "SlotNumber" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_IdeaStays_UnitId", table: "IdeaStays", column: "UnitId");

            migrationBuilder.CreateIndex(name: "IX_LoopMeetingLines_IdeaId", table: "LoopMeetingLines", column: "IdeaId");

            migrationBuilder.CreateIndex(name: "IX_LoopMeetingLines_PresenterId", table: "LoopMeetingLines", column: "PresenterId");

            migrationBuilder.CreateIndex(name: "IX_LoopMeetings_ProgrammeId", table: "LoopMeetings", column: "ProgrammeId");

            migrationBuilder.CreateIndex(name: "IX_LoopMeetings_UnitId_On", table: "LoopMeetings", columns: new[] { "UnitId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_TeamIdeas_AnsweredAt_DueOn",
                table: "TeamIdeas",
                columns: new[] { "AnsweredAt", "DueOn" }
            );

            migrationBuilder.CreateIndex(name: "IX_TeamIdeas_AuthorId", table: "TeamIdeas", column: "AuthorId");

            migrationBuilder.CreateIndex(name: "IX_TeamIdeas_LeaderId", table: "TeamIdeas", column: "LeaderId");

            migrationBuilder.CreateIndex(name: "IX_TeamIdeas_MergedIntoId", table: "TeamIdeas", column: "MergedIntoId");

            migrationBuilder.CreateIndex(name: "IX_TeamIdeas_ModuleId", table: "TeamIdeas", column: "ModuleId");

            migrationBuilder.CreateIndex(name: "IX_TeamIdeas_OwnerUnitId", table: "TeamIdeas", column: "OwnerUnitId");

            migrationBuilder.CreateIndex(name: "IX_TeamIdeas_RootId", table: "TeamIdeas", column: "RootId");

            migrationBuilder.CreateIndex(name: "IX_TeamIdeas_SessionId", table: "TeamIdeas", column: "SessionId");

            migrationBuilder.CreateIndex(
                name: "IX_TeamIdeas_SiteId_SubmittedAt",
                table: "TeamIdeas",
                columns: new[] { "SiteId", "SubmittedAt" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "IdeaAnswers");

            migrationBuilder.DropTable(name: "IdeaStays");

            migrationBuilder.DropTable(name: "LoopMeetingLines");

            migrationBuilder.DropTable(name: "LoopMeetings");

            migrationBuilder.DropTable(name: "TeamIdeas");
        }
    }
}
