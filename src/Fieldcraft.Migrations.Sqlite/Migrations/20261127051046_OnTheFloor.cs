using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fieldcraft.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class OnTheFloor : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "LookBacks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModuleId = table.Column<Guid>(type: "TEXT", nullable: true),
                    From = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SiteId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Keep = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Change = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    TryNext = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    IsNamed = table.Column<bool>(type: "INTEGER", nullable: false),
                    WrittenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LookBacks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LookBacks_Modules_ModuleId",
                        column: x => x.ModuleId,
                        principalTable: "Modules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_LookBacks_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_LookBacks_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_LookBacks_Units_SiteId",
                        column: x => x.SiteId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "Nominations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SiteId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    ChosenMonth = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Citation = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    NamedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Nominations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Nominations_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Nominations_Units_SiteId",
                        column: x => x.SiteId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SiteKits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    HasBoard = table.Column<bool>(type: "INTEGER", nullable: false),
                    HasHuddle = table.Column<bool>(type: "INTEGER", nullable: false),
                    HasTalkCard = table.Column<bool>(type: "INTEGER", nullable: false),
                    HasCustomerHuddle = table.Column<bool>(type: "INTEGER", nullable: false),
                    HasTips = table.Column<bool>(type: "INTEGER", nullable: false),
                    HasAward = table.Column<bool>(type: "INTEGER", nullable: false),
                    TipsAskedId = table.Column<Guid>(type: "TEXT", nullable: true),
                    TipsKeeperId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AwardAskedId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AwardKeeperId = table.Column<Guid>(type: "TEXT", nullable: true),
                    HuddleDay = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    HuddleAt = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    Line = table.Column<string>(type: "TEXT", maxLength: 160, nullable: true),
                    BoardSecret = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SiteKits", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SiteKits_People_AwardAskedId",
                        column: x => x.AwardAskedId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_SiteKits_People_AwardKeeperId",
                        column: x => x.AwardKeeperId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_SiteKits_People_TipsAskedId",
                        column: x => x.TipsAskedId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_SiteKits_People_TipsKeeperId",
                        column: x => x.TipsKeeperId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_SiteKits_Units_Id",
                        column: x => x.Id,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SiteResults",
                columns: table => new
                {
                    SiteId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModuleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Eligible = table.Column<int>(type: "INTEGER", nullable: false),
                    Done = table.Column<int>(type: "INTEGER", nullable: false),
                    CountedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SiteResults", x => new { x.SiteId, x.ModuleId });
                    table.ForeignKey(
                        name: "FK_SiteResults_Modules_ModuleId",
                        column: x => x.ModuleId,
                        principalTable: "Modules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_SiteResults_Units_SiteId",
                        column: x => x.SiteId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TeamActions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModuleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TeachingSessionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SiteId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LeaderId = table.Column<Guid>(type: "TEXT", nullable: true),
                    What = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Who = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IsNamed = table.Column<bool>(type: "INTEGER", nullable: false),
                    AgreedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AgreedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TeamActions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TeamActions_Modules_ModuleId",
                        column: x => x.ModuleId,
                        principalTable: "Modules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_TeamActions_People_LeaderId",
                        column: x => x.LeaderId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_TeamActions_TeachingSessions_TeachingSessionId",
                        column: x => x.TeachingSessionId,
                        principalTable: "TeachingSessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_TeamActions_Units_SiteId",
                        column: x => x.SiteId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Tips",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SiteId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IsNamed = table.Column<bool>(type: "INTEGER", nullable: false),
                    ModuleId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 280, nullable: false),
                    Reach = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    PhotoType = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    PostedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ReportedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Word = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Tips", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Tips_Modules_ModuleId",
                        column: x => x.ModuleId,
                        principalTable: "Modules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_Tips_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Tips_Units_SiteId",
                        column: x => x.SiteId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "NominationReasons",
                columns: table => new
                {
                    NominationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IsManager = table.Column<bool>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NominationReasons", x => new { x.NominationId, x.OwnerId });
                    table.ForeignKey(
                        name: "FK_NominationReasons_Nominations_NominationId",
                        column: x => x.NominationId,
                        principalTable: "Nominations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_NominationReasons_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TeamActionLooks",
                columns: table => new
                {
                    ActionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Weeks = table.Column<int>(type: "INTEGER", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Answer = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TeamActionLooks", x => new { x.ActionId, x.Weeks });
                    table.ForeignKey(
                        name: "FK_TeamActionLooks_TeamActions_ActionId",
                        column: x => x.ActionId,
                        principalTable: "TeamActions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TipPhotos",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TipPhotos", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TipPhotos_Tips_Id",
                        column: x => x.Id,
                        principalTable: "Tips",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_LookBacks_ModuleId",
                table: "LookBacks",
                column: "ModuleId");

            migrationBuilder.CreateIndex(
                name: "IX_LookBacks_OwnerId",
                table: "LookBacks",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_LookBacks_ProgrammeId_OwnerId",
                table: "LookBacks",
                columns: new[] { "ProgrammeId", "OwnerId" });

            migrationBuilder.CreateIndex(
                name: "IX_LookBacks_SiteId",
                table: "LookBacks",
                column: "SiteId");

            migrationBuilder.CreateIndex(
                name: "IX_NominationReasons_OwnerId",
                table: "NominationReasons",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_Nominations_PersonId",
                table: "Nominations",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Nominations_SiteId_ChosenMonth",
                table: "Nominations",
                columns: new[] { "SiteId", "ChosenMonth" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Nominations_SiteId_Month_PersonId",
                table: "Nominations",
                columns: new[] { "SiteId", "Month", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SiteKits_AwardAskedId",
                table: "SiteKits",
                column: "AwardAskedId");

            migrationBuilder.CreateIndex(
                name: "IX_SiteKits_AwardKeeperId",
                table: "SiteKits",
                column: "AwardKeeperId");

            migrationBuilder.CreateIndex(
                name: "IX_SiteKits_BoardSecret",
                table: "SiteKits",
                column: "BoardSecret",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SiteKits_TipsAskedId",
                table: "SiteKits",
                column: "TipsAskedId");

            migrationBuilder.CreateIndex(
                name: "IX_SiteKits_TipsKeeperId",
                table: "SiteKits",
                column: "TipsKeeperId");

            migrationBuilder.CreateIndex(
                name: "IX_SiteResults_ModuleId",
                table: "SiteResults",
                column: "ModuleId");

            migrationBuilder.CreateIndex(
                name: "IX_TeamActionLooks_DueOn_AskedAt",
                table: "TeamActionLooks",
                columns: new[] { "DueOn", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_TeamActions_LeaderId_AgreedAt",
                table: "TeamActions",
                columns: new[] { "LeaderId", "AgreedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_TeamActions_ModuleId",
                table: "TeamActions",
                column: "ModuleId");

            migrationBuilder.CreateIndex(
                name: "IX_TeamActions_SiteId_AgreedAt",
                table: "TeamActions",
                columns: new[] { "SiteId", "AgreedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_TeamActions_TeachingSessionId",
                table: "TeamActions",
                column: "TeachingSessionId");

            migrationBuilder.CreateIndex(
                name: "IX_Tips_ModuleId",
                table: "Tips",
                column: "ModuleId");

            migrationBuilder.CreateIndex(
                name: "IX_Tips_OwnerId",
                table: "Tips",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_Tips_Reach_State_Id",
                table: "Tips",
                columns: new[] { "Reach", "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Tips_SiteId_State_Id",
                table: "Tips",
                columns: new[] { "SiteId", "State", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "LookBacks");

            migrationBuilder.DropTable(
                name: "NominationReasons");

            migrationBuilder.DropTable(
                name: "SiteKits");

            migrationBuilder.DropTable(
                name: "SiteResults");

            migrationBuilder.DropTable(
                name: "TeamActionLooks");

            migrationBuilder.DropTable(
                name: "TipPhotos");

            migrationBuilder.DropTable(
                name: "Nominations");

            migrationBuilder.DropTable(
                name: "TeamActions");

            migrationBuilder.DropTable(
                name: "Tips");
        }
    }
}
